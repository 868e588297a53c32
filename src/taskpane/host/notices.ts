import { t } from '../../words/t.ts'
import type { DocumentState } from '../../documents/documentState.ts'
import type { WordCan } from '../../host/word.ts'
import { documentWords } from '../../ui/documentWords.ts'

/** What a person should know of the open document, or of their Word, before they put anything into it. */
export type DocumentNotice = {
  readonly key: string
  readonly intent: 'warning' | 'info'
  readonly title: string
  readonly todo: string
  /** What may change while the pane stands open can be looked at again. */
  readonly look?: true
}

const ofWord = ({ insert, whole }: WordCan): DocumentNotice[] => {
  if (!insert)
    return [
      {
        key: 'noWord',
        intent: 'warning',
        title: t`This Word lets no pane write into a document`,
        todo: t`It is older than Word 2016. Download the minutes and open the file; to read back, open it in a newer Word or in Word on the web.`,
      },
    ]
  return whole
    ? []
    : [
        {
          key: 'oldWord',
          intent: 'info',
          title: t`This is an older Word`,
          todo: t`The minutes come in without their footer and page set-up, and what changes later in the record can’t be brought into single fields. Download has all of it.`,
        },
      ]
}

const compatibility = {
  '.doc': {
    intent: 'warning',
    title: 'This document is of an old kind (.doc)',
    todo: 'It can’t keep the fields of the minutes: what is typed couldn’t be read back. Choose File, Info, Convert first, then insert.',
  },
  'Word 2007': {
    intent: 'info',
    title: 'Compatibility Mode (Word 2007)',
    todo: 'The fields work here. Lines may break otherwise than in a new document; File, Info, Convert ends it.',
  },
  'Word 2010': {
    intent: 'info',
    title: 'Compatibility Mode (Word 2010)',
    todo: 'The fields work here. Lines may break otherwise than in a new document; File, Info, Convert ends it.',
  },
} as const

const ofDocument = (state: DocumentState): DocumentNotice[] => {
  const { restricted, readOnlyFile, tracking, compatibleWith } = state
  return [
    ...(restricted
      ? [
          {
            key: 'restricted',
            intent: 'warning' as const,
            ...documentWords({ code: 'document', why: restricted }),
            look: true as const,
          },
        ]
      : []),
    ...(readOnlyFile && !restricted
      ? [
          {
            key: 'readOnlyFile',
            intent: 'warning' as const,
            title: t`This document was opened to be read only`,
            todo: t`What you put in can’t be saved under its name. Choose File, Save a Copy first.`,
          },
        ]
      : []),
    ...(compatibleWith ? [{ key: 'compatible', ...compatibility[compatibleWith] }] : []),
    ...(tracking
      ? [
          {
            key: 'tracking',
            intent: 'info' as const,
            title: t`Track changes is on`,
            todo: t`What is inserted is marked as a change, for somebody to accept.`,
            ...(restricted ? {} : { look: true as const }),
          },
        ]
      : []),
  ]
}

/** Everything worth saying, what hinders first; nothing for a usual document in a usual Word. */
export const noticesOf = (state: DocumentState | null, can: WordCan): readonly DocumentNotice[] => [
  ...ofWord(can),
  ...(state && can.insert ? ofDocument(state) : []),
]

/** What else has to be said before a document's text is replaced or added to. */
export const beforeInserting = ({ comments, tracking }: DocumentState): readonly string[] => [
  ...(tracking
    ? [
        t`As Track changes is on, what is replaced stays here, marked as deleted, until somebody accepts that.`,
      ]
    : []),
  ...(comments > 0 && !tracking
    ? [
        comments === 1
          ? t`A comment hangs on its text: it goes if you replace it.`
          : t`${comments} comments hang on its text: they go if you replace it.`,
      ]
    : []),
]
