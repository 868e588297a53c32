import { useSyncExternalStore } from 'react'
import { isKey } from '../domain/key.ts'
import type { DutyPlace } from '../domain/duties/duty.ts'
import { useServices } from '../ui/services.tsx'

export const pupilSections = [
  'thread',
  'details',
  'needs',
  'outcomes',
  'plan',
  'provision',
  'delivery',
  'progress',
  'reviews',
  'views',
  'contacts',
  'services',
  'access',
  'actions',
  'documents',
  'assessment',
  'profile',
  'chronology',
] as const
export type PupilSection = (typeof pupilSections)[number]

/** Where on a pupil’s page the duties of a place stand. */
export const sectionOfDuties = {
  with: 'services',
  access: 'access',
  // Its rows are the school’s own.
  leading: 'details',
} as const satisfies Record<DutyPlace, PupilSection>

/** The parts of what the school gives, in the order of the work: offer, plan, give, see what it changed, pay. */
export const provisionSections = [
  'catalogue',
  'groups',
  'timetable',
  'delivery',
  'impact',
  'money',
  'scenarios',
  'staff',
] as const
export type ProvisionSection = (typeof provisionSections)[number]

/** The parts of looking after the records themselves. */
export const recordsSections = ['log', 'requests', 'retention', 'archived', 'jobs', 'copy'] as const
export type RecordsSection = (typeof recordsSections)[number]

/** The parts of what a school has settled. */
export const schoolSections = [
  'settings',
  'calendar',
  'limits',
  'levels',
  'costing',
  'tools',
  'classes',
  'phrases',
  'wording',
  'minutes',
  'forms',
  'translations',
  'access',
  'lists',
  'diagnostics',
] as const
export type SchoolSection = (typeof schoolSections)[number]

/** Every place in the tab. Records are named by their opaque keys; nothing typed by a person is ever in an address. */
export type Route =
  /** Where the tab opens: which part that is depends on what the person may see. */
  | { readonly at: 'home' }
  /** What is due, whose turn it is, and the next step of each. */
  | { readonly at: 'today'; readonly query: URLSearchParams }
  | { readonly at: 'register'; readonly query: URLSearchParams }
  /** The register as the census counts it; which census and day, as the query says. */
  | { readonly at: 'census'; readonly query?: URLSearchParams }
  /** Our list, the MIS export and the authority's list side by side. */
  | { readonly at: 'reconcile' }
  /** As a list, a board, a calendar or a plan, as the query says. */
  | { readonly at: 'reviews'; readonly query: URLSearchParams }
  /** A review's meeting while it is held; `part` of its agenda. */
  | { readonly at: 'live'; readonly key: string; readonly part: string | null }
  /** `about`: the group, provision or scenario that the section opens with. */
  | {
      readonly at: 'provision'
      readonly section: ProvisionSection
      readonly about?: string
      readonly query?: URLSearchParams
    }
  /** The sessions of whoever is signed in, to log; the day as the query says. */
  | { readonly at: 'sessions'; readonly query?: URLSearchParams }
  /** Concerns: staff raise and answer them, the SENCO looks into them. `key`: one of them, or a question to answer. */
  | { readonly at: 'concerns'; readonly key?: string }
  | { readonly at: 'import' }
  /** What children and parents answered on a form, brought into their records. */
  | { readonly at: 'forms' }
  /** `about`: the row that the section opens with. */
  | { readonly at: 'school'; readonly section: SchoolSection; readonly about?: string }
  /** What the SENCO published to staff: everybody's, filtered as the query says, or one pupil's. */
  | { readonly at: 'profiles'; readonly query: URLSearchParams }
  | { readonly at: 'profile'; readonly key: string }
  /** `key`: the request, job or pupil that the section opens with. */
  | { readonly at: 'records'; readonly section: RecordsSection; readonly key?: string }
  /** `about`: the record that the section opens with, or that a new one there is to be linked to. */
  | { readonly at: 'pupil'; readonly key: string; readonly section: PupilSection; readonly about?: string }
  | { readonly at: 'review'; readonly key: string; readonly block: string | null }
  /** Duties of the SENCO that are lists, under the place where they are looked for. `key`: one row of it. */
  | {
      readonly at: 'duties'
      readonly place: DutyPlace
      readonly duty: string
      readonly key?: string
      readonly query?: URLSearchParams
    }
  /** What each school of the trust tells of itself, in counts and sums. */
  | { readonly at: 'trust' }
  | { readonly at: 'nowhere' }

const isProvisionSection = (word: string): word is ProvisionSection =>
  (provisionSections as readonly string[]).includes(word)
const isRecordsSection = (word: string): word is RecordsSection =>
  (recordsSections as readonly string[]).includes(word)
const isSchoolSection = (word: string): word is SchoolSection =>
  (schoolSections as readonly string[]).includes(word)
const isSection = (word: string): word is PupilSection => (pupilSections as readonly string[]).includes(word)

/** A place in one school of a trust. The school is the id in config.json; '' where an address names none. */
export type Address = { readonly school: string; readonly route: Route }

/** Reads `#/oakfield/pupil/01ARZ…/needs`; what it doesn't know is `nowhere`. */
export const addressOf = (hash: string): Address => {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?')
  const [school = '', place = '', key = '', part = '', about = ''] = path.split('/')
  return { school: decodeURIComponent(school), route: routeOf(place, key, part, about, query) }
}

const routeOf = (place: string, key: string, part: string, about: string, query: string): Route => {
  switch (place) {
    case '':
      return { at: 'home' }
    case 'register':
      return { at: 'register', query: new URLSearchParams(query) }
    case 'today':
    case 'reviews':
      return { at: place, query: new URLSearchParams(query) }
    case 'census':
      return query ? { at: 'census', query: new URLSearchParams(query) } : { at: 'census' }
    case 'provision':
      return {
        at: 'provision',
        section: isProvisionSection(key) ? key : 'catalogue',
        ...(isKey(part) ? { about: part } : {}),
        ...(query ? { query: new URLSearchParams(query) } : {}),
      }
    case 'sessions':
      return query ? { at: 'sessions', query: new URLSearchParams(query) } : { at: 'sessions' }
    case 'concerns':
      return isKey(key) ? { at: 'concerns', key } : { at: 'concerns' }
    case 'reconcile':
    case 'import':
    case 'forms':
    case 'trust':
      return { at: place }
    case 'with':
    case 'leading':
    case 'access':
      return {
        at: 'duties',
        place,
        duty: key,
        ...(isKey(part) ? { key: part } : {}),
        ...(query ? { query: new URLSearchParams(query) } : {}),
      }
    case 'live':
      return isKey(key) ? { at: 'live', key, part: part || null } : { at: 'nowhere' }
    case 'school':
      return {
        at: 'school',
        section: isSchoolSection(key) ? key : 'settings',
        ...(isKey(part) ? { about: part } : {}),
      }
    case 'profiles':
      return key === ''
        ? { at: 'profiles', query: new URLSearchParams(query) }
        : isKey(key)
          ? { at: 'profile', key }
          : { at: 'nowhere' }
    case 'records':
      return {
        at: 'records',
        section: isRecordsSection(key) ? key : 'log',
        ...(isKey(part) ? { key: part } : {}),
      }
    case 'pupil':
      return isKey(key)
        ? { at: 'pupil', key, section: isSection(part) ? part : 'thread', ...(isKey(about) ? { about } : {}) }
        : { at: 'nowhere' }
    case 'review':
      return isKey(key) ? { at: 'review', key, block: part || null } : { at: 'nowhere' }
    default:
      return { at: 'nowhere' }
  }
}

const pathOf = (route: Route): string => {
  switch (route.at) {
    case 'today':
    case 'register':
    case 'reviews':
    case 'profiles': {
      const query = route.query.toString()
      return query ? `${route.at}?${query}` : route.at
    }
    case 'sessions':
    case 'census': {
      const query = route.query?.toString()
      return query ? `${route.at}?${query}` : route.at
    }
    case 'provision': {
      const path =
        route.section === 'catalogue' && !route.about
          ? 'provision'
          : ['provision', route.section, ...(route.about ? [route.about] : [])].join('/')
      const query = route.query?.toString()
      return query ? `${path}?${query}` : path
    }
    case 'duties': {
      const path = [route.place, route.duty, ...(route.key ? [route.key] : [])].filter(Boolean).join('/')
      const query = route.query?.toString()
      return query ? `${path}?${query}` : path
    }
    case 'concerns':
      return route.key ? `concerns/${route.key}` : 'concerns'
    case 'live':
      return route.part ? `live/${route.key}/${route.part}` : `live/${route.key}`
    case 'school':
      return route.section === 'settings'
        ? 'school'
        : ['school', route.section, ...(route.about ? [route.about] : [])].join('/')
    case 'profile':
      return `profiles/${route.key}`
    case 'records':
      return ['records', route.section, ...(route.key ? [route.key] : [])].join('/')
    case 'pupil':
      return route.section === 'thread'
        ? `pupil/${route.key}`
        : ['pupil', route.key, route.section, ...(route.about ? [route.about] : [])].join('/')
    case 'review':
      return route.block ? `review/${route.key}/${route.block}` : `review/${route.key}`
    case 'home':
    case 'nowhere':
      return ''
    default:
      return route.at
  }
}

/** A place as a Teams deep link carries it: `oakfield/pupil/01ARZ…`. */
export const placeOf = (school: string, route: Route): string =>
  `${encodeURIComponent(school)}/${pathOf(route)}`

/** The address of a place, for links. */
export const hrefOf = (school: string, route: Route): string => `#/${placeOf(school, route)}`

const subscribe = (changed: () => void) => {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/** Where the address bar says that the person is. */
export const useAddress = (): Address =>
  addressOf(useSyncExternalStore(subscribe, () => window.location.hash))

// Only location.hash is used: office.js takes window.history away, and one way of routing serves every host.
const setHash = (hash: string, replace: boolean) => {
  if (!replace) {
    window.location.hash = hash
    return
  }
  const address = new URL(window.location.href)
  address.hash = hash
  window.location.replace(address)
}

/** Links and moves within the open school. `replace` leaves no step for the browser's Back: for filters. */
export const useGo = () => {
  const { school } = useServices()
  return {
    href: (route: Route) => hrefOf(school.id, route),
    go: (route: Route, replace = false) => setHash(hrefOf(school.id, route), replace),
  }
}
