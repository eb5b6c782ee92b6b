/** Runs pieces of work one after another, in the order in which they are asked for. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    // A piece that fails is its asker's to handle; the next one goes ahead.
    last = next.catch(() => undefined);
    return next;
  };
}
