import type { Act } from '../../domain/rules/todayTypes.ts'
import type { Route } from '../routes.ts'

/** The place that a next step leads to; null where it is done on the list itself. */
export const placeFor = (act: Act): Route | null => {
  switch (act.is) {
    case 'review':
      return { at: 'review', key: act.key, block: act.block }
    case 'live':
      return { at: 'live', key: act.key, part: null }
    case 'pupil':
      return {
        at: 'pupil',
        key: act.key,
        section: act.section,
        ...(act.about ? { about: act.about } : {}),
      }
    case 'provision':
      return { at: 'provision', section: 'catalogue' }
    case 'concern':
      return act.key === null ? { at: 'concerns' } : { at: 'concerns', key: act.key }
    case 'duty':
      return { at: 'duties', place: act.place, duty: act.duty, ...(act.key ? { key: act.key } : {}) }
    case 'delivered':
      return { at: 'provision', section: 'delivery', query: new URLSearchParams({ over: 'weeks' }) }
    case 'timetable':
      return { at: 'provision', section: 'timetable' }
    case 'figures':
      return { at: 'trust' }
    case 'school':
      return { at: 'school', section: act.section }
    case 'lapsed':
    case 'chase':
    case 'publish':
    case 'withdraw':
    case 'done':
    case 'remind':
    case 'answer':
      return null
  }
}

/** The field to write in at that place. */
export const fieldFor = (act: Act): string | null =>
  (act.is === 'review' || act.is === 'pupil') && act.field ? act.field : null
