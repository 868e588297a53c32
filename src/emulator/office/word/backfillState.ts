type Shown = Record<string, unknown> & { _handleResult(this: Shown, value: unknown): void }
type Library = { Word?: { Document?: { prototype: Shown } } }

const names = ['protectionType', 'isFinal', 'isReadOnly', 'compatibilityMode'] as const
const wire = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/**
 * Adds, in one window, what a document says of itself from WordApiDesktop 1.4 on, which Microsoft documents and the
 * npm library lacks: the values are kept as they come, beside what the library keeps.
 */
export const backfillState = (pane: Window): void => {
  const document = (pane as unknown as Library).Word?.Document?.prototype
  if (!document || names[0] in document) return
  const said = new WeakMap<object, Record<string, unknown>>()
  const own = document._handleResult
  document._handleResult = function (this: Shown, value) {
    own.call(this, value)
    if (value) said.set(this, { ...said.get(this), ...(value as Record<string, unknown>) })
  }
  for (const name of names)
    Object.defineProperty(document, name, {
      get(this: object) {
        return said.get(this)?.[wire(name)]
      },
    })
}
