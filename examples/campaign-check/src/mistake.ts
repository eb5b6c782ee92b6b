/** A mistake of whoever types the command or writes a file: told in one line, with where it is. */
export class Mistake extends Error {
  override readonly name = "Mistake";
}
