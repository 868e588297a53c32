/** What must never be: the model and the store differ. */
export class ModelFailure extends Error {
  readonly kind: 'lost' | 'doubled' | 'forbidden' | 'untrue' | 'needless'
  constructor(kind: ModelFailure['kind'], what: string) {
    super(`${kind}: ${what}`)
    this.kind = kind
  }
}
export const must: (
  holds: unknown,
  kind: ModelFailure['kind'],
  what: string | (() => string),
) => asserts holds = (holds, kind, what) => {
  if (!holds) throw new ModelFailure(kind, typeof what === 'string' ? what : what())
}
