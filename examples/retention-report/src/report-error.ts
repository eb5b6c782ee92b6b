/** A mistake of whoever types the command: told in one line, with where it is. */
export class ReportError extends Error {
  override readonly name = "ReportError";

  constructor(message: string, place?: Place) {
    super(place === undefined ? message : `${placeText(place)}: ${message}`);
  }
}

/** A file, and the line in it, counted from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
}

const placeText = ({ file, line }: Place) => (line === undefined ? file : `${file}:${line}`);
