/** What every object of office.js is, as far as these need it. */
type ClientObject = {
  _handleResult(value: unknown): void
  _isNull: boolean
}
type Helper = {
  createPropertyObject(
    type: unknown,
    parent: unknown,
    name: string,
    isCollection: boolean,
    flags: number,
  ): unknown
  createChildItemObject(
    type: unknown,
    hasIndexer: boolean,
    parent: unknown,
    item: unknown,
    index: number,
  ): ClientObject
  invokeMethod(
    object: unknown,
    name: string,
    operation: number,
    given: unknown[],
    flags: number,
    result: number,
  ): unknown
}
type Utilities = {
  load(object: unknown, options: unknown): unknown
  fixObjectPathIfNecessary(object: unknown, value: unknown): void
  throwIfNotLoaded(name: string, value: unknown, type: string, isNull: boolean): void
}
type Library = {
  Word?: Record<string, { prototype: object } | undefined>
  OfficeExtension?: {
    ClientObject?: new (...given: unknown[]) => ClientObject
    BatchApiHelper?: Helper
    Utility?: Utilities
  }
}

const writes = 0
const reads = 1
const keep = 4

/**
 * Adds, in one window, the choices of a drop-down list (WordApi 1.9), which Microsoft documents and the npm library
 * lacks, in the manner of the library's own classes and with its own helpers.
 */
export const backfillLists = (pane: Window): void => {
  const { Word, OfficeExtension } = pane as unknown as Library
  const control = Word?.['ContentControl']?.prototype
  const { ClientObject, BatchApiHelper: helper, Utility: utility } = OfficeExtension ?? {}
  if (!Word || !control || !ClientObject || !helper || !utility) return
  if ('dropDownListContentControl' in control) return

  class Kept extends ClientObject {
    load(options: unknown) {
      return utility!.load(this, options)
    }
    _KeepReference() {
      helper!.invokeMethod(this, '_KeepReference', reads, [], keep, 0)
    }
    override _handleResult(value: unknown) {
      super._handleResult(value)
      if (value === null || value === undefined) return
      utility!.fixObjectPathIfNecessary(this, value)
      this.take(value as Record<string, unknown>)
    }
    take(_value: Record<string, unknown>): void {}
  }

  class ContentControlListItem extends Kept {
    #displayText: unknown
    get _className() {
      return 'ContentControlListItem'
    }
    get _scalarPropertyNames() {
      return ['_ReferenceId', 'displayText']
    }
    get _scalarPropertyOriginalNames() {
      return ['_ReferenceId', 'DisplayText']
    }
    get displayText() {
      utility!.throwIfNotLoaded('displayText', this.#displayText, this._className, this._isNull)
      return this.#displayText
    }
    select() {
      helper!.invokeMethod(this, 'Select', writes, [], 0, 0)
    }
    override take({ DisplayText }: Record<string, unknown>) {
      if (DisplayText !== undefined) this.#displayText = DisplayText
    }
  }

  class ContentControlListItemCollection extends Kept {
    #items: ClientObject[] | undefined
    get _className() {
      return 'ContentControlListItemCollection'
    }
    get _isCollection() {
      return true
    }
    get items() {
      utility!.throwIfNotLoaded('items', this.#items, this._className, this._isNull)
      return this.#items
    }
    override take({ _Items }: Record<string, unknown>) {
      if (!Array.isArray(_Items)) return
      this.#items = _Items.map((value, at) => {
        const item = helper!.createChildItemObject(ContentControlListItem, true, this, value, at)
        item._handleResult(value)
        return item
      })
    }
  }

  class DropDownListContentControl extends Kept {
    #listItems: unknown
    get _className() {
      return 'DropDownListContentControl'
    }
    get listItems() {
      this.#listItems ??= helper!.createPropertyObject(
        ContentControlListItemCollection,
        this,
        'ListItems',
        true,
        keep,
      )
      return this.#listItems
    }
  }

  const known = new WeakMap<object, unknown>()
  Object.defineProperty(control, 'dropDownListContentControl', {
    configurable: true,
    get(this: object) {
      const made =
        known.get(this) ??
        helper.createPropertyObject(
          DropDownListContentControl,
          this,
          'DropDownListContentControl',
          false,
          keep,
        )
      known.set(this, made)
      return made
    },
  })
}
