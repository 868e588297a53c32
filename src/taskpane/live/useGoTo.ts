import { t } from '../../words/t.ts'
import { useState } from 'react'
import { troubleOf } from '../../domain/problem.ts'
import { agendaParts, type AgendaPart } from '../../domain/rules/meetingAgenda.ts'
import type { PartInDocument } from '../../documents/partInDocument.ts'
import { shownControl } from '../../documents/shownControl.ts'
import type { ReadDocument } from '../../documents/readControls.ts'
import { goToControl, goToHeading } from '../../host/wordLive.ts'
import { wordsOf } from '../../ui/words.ts'

/** A document as it was read, with the package that tells where a control stands that Word keeps to itself. */
export type WithPlaces = ReadDocument & { readonly xml?: string }

/** Ways from the pane to a place in the open document; `said` is why there is none, until the next try. */
export const useGoTo = (document: WithPlaces | null) => {
  const [said, setSaid] = useState<string | null>(null)
  const go = async (there: () => Promise<boolean>, gone: string) => {
    try {
      setSaid((await there()) ? null : gone)
    } catch (thrown) {
      const { title, todo } = wordsOf(troubleOf(thrown))
      setSaid(`${title}. ${todo}`)
    }
  }
  return {
    said,
    /** To the heading of a part. */
    part: (part: AgendaPart, place: PartInDocument | null) =>
      go(
        async () => place !== null && goToHeading(place.bookmark, place.words),
        t`“${agendaParts[part].label}” isn’t in this document.`,
      ),
    /** To the first of these fields that the document has. */
    field: (tags: readonly string[]) =>
      go(
        async () => {
          const control = document?.controls.find(({ tag, deleted }) => !deleted && tags.includes(tag))
          if (!control || !document) return false
          const empty = control.text === ''
          const shown = document.xml ? shownControl(document.xml, control.tag) : null
          return goToControl(control.tag, shown, empty)
        },
        t`This field isn’t in the document, or this Word can’t lead to it.`,
      ),
  }
}
