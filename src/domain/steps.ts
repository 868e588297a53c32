/** Work that is done piece by piece: a page may rest wherever it yields. */
export type Steps<T> = Generator<undefined, T>

/** All of it at one go: for tests, the command line and what is short. */
export const atOnce = <T>(steps: Steps<T>): T => {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** `each` of many, with a rest after every few. */
export function* mapSteps<A, B>(many: readonly A[], each: (one: A) => B): Steps<B[]> {
  const made: B[] = []
  for (const one of many) {
    made.push(each(one))
    if (made.length % 20 === 0) yield
  }
  return made
}
