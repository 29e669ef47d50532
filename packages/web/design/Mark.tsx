/** The mark of the product. Its name stands beside it, or is known. */
export function Mark() {
  return (
    <span className="mark" aria-hidden="true">
      <svg width="16" height="16" viewBox="0 0 16 16">
        <path
          d="M3.5 13V3h4.4a3.2 3.2 0 0 1 .9 6.3l2.7 3.7M3.5 9.4h5.2"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </span>
  );
}
