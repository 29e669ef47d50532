export function PartsPage() {
  return <p>parts</p>;
}
