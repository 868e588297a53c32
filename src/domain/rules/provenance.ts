import { inWords, t } from '../../words/t.ts'
import { saidOf } from '../fields.ts'
import { View, viewOwners } from '../records/view.ts'
import { showDay } from './day.ts'

/** Who said it, by name where one is recorded. `child` is what the pupil is called. */
export const speakerOf = (view: Pick<View, 'whose' | 'name'>, child: string): string =>
  view.name ?? (view.whose === 'child' ? child : inWords(viewOwners[view.whose]))

/**
 * Where a view comes from, for the line under the words: `At the meeting, 10 Mar 2026, in Polish, helped by Ana Kos`.
 * Says nothing that isn't recorded.
 */
export const provenanceOf = (
  view: Pick<View, 'how' | 'gathered' | 'language' | 'helper' | 'source' | 'sourceRow'>,
): string =>
  [
    view.how && saidOf(View.fields.how, view.how),
    showDay(view.gathered),
    view.language && t`in ${view.language}`,
    view.helper && t`helped by ${view.helper}`,
    view.source && (view.sourceRow ? `${view.source}, ${view.sourceRow}` : view.source),
  ]
    .filter(Boolean)
    .join(', ')
