import { method, object, value, type HostApi } from '../hostObject.ts'
import { choicesOf, putText } from './controls.ts'
import type { WordModel } from './model.ts'

/** One choice of a list. */
export class ContentControlListItem {
  static readonly api: HostApi = {
    name: 'ContentControlListItem',
    tracked: true,
    members: {
      displayText: value('WordApi 1.9'),
      index: value('WordApi 1.9'),
      select: method('WordApi 1.9'),
    },
  }
  readonly displayText: string
  readonly index: number
  readonly #model: WordModel
  readonly #sdt: Element

  constructor(model: WordModel, sdt: Element, displayText: string, index: number) {
    this.#model = model
    this.#sdt = sdt
    this.displayText = displayText
    this.index = index
  }

  select(): void {
    putText(this.#model.word, this.#sdt, this.displayText, 'Replace')
  }
}

export class ContentControlListItemCollection {
  static readonly api: HostApi = {
    name: 'ContentControlListItemCollection',
    tracked: true,
    items: true,
    members: {},
  }
  readonly items: readonly ContentControlListItem[]

  constructor(model: WordModel, sdt: Element) {
    this.items = choicesOf(sdt).map((text, at) => new ContentControlListItem(model, sdt, text, at))
  }
}

/** What a drop-down list control has beside what every control has. */
export class DropDownListContentControl {
  static readonly api: HostApi = {
    name: 'DropDownListContentControl',
    tracked: true,
    members: { listItems: object('WordApi 1.9') },
  }
  readonly listItems: ContentControlListItemCollection

  constructor(model: WordModel, sdt: Element) {
    this.listItems = new ContentControlListItemCollection(model, sdt)
  }
}
