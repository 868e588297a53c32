import type { Route } from './routes.ts'

/** The heading that a screen will have, as far as its place says it; null where nothing may stand above what comes. */
export const headingOf = (route: Route, school: string): string | null => {
  switch (route.at) {
    case 'home':
      return school
    case 'pupil':
      return 'Pupil'
    case 'review':
      return 'Review'
    case 'profile':
      return 'Profile'
    case 'census':
      return 'Census check'
    case 'reconcile':
      return 'Compare lists'
    case 'forms':
      return 'Answers from a form'
    case 'trust':
      return 'Figures'
    case 'live':
    case 'nowhere':
      return null
    default:
      return `${route.at.charAt(0).toUpperCase()}${route.at.slice(1)}`
  }
}
