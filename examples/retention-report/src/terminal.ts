/** Where the command writes. */
export interface Terminal {
  readonly print: (text: string) => void;
  /** Tells of a mistake. */
  readonly complain: (text: string) => void;
  /** Shows how far it has come, in place of what it showed before; where nobody looks, nothing. */
  readonly progress: (text: string) => void;
}
