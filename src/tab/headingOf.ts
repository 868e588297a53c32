import { t } from '../words/t.ts'
import type { Route } from './routes.ts'

/** The heading that a screen will have, as far as its place says it; null where nothing may stand above what comes. */
export const headingOf = (route: Route, school: string): string | null => {
  switch (route.at) {
    case 'home':
      return school
    case 'pupil':
      return t`Pupil`
    case 'review':
      return t`Review`
    case 'profile':
      return t`Profile`
    case 'census':
      return t`Census check`
    case 'reconcile':
      return t`Compare lists`
    case 'forms':
      return t`Answers from a form`
    case 'duties':
      return { with: t`With others`, access: t`Access`, leading: t`Leading SEND` }[route.place]
    case 'trust':
      return t`Figures`
    case 'live':
    case 'nowhere':
      return null
    default:
      return `${route.at.charAt(0).toUpperCase()}${route.at.slice(1)}`
  }
}
