/** The desk took up its work again after an interruption; offers open at that time are void. */
export interface DeskResumed {
  readonly type: 'desk-resumed';
  readonly v: 1;
}
