import { calendarScopes } from '../../graph/calendar.ts'
import { setUpScopes } from '../../graph/setUpScopes.ts'
import { peopleScopes } from '../../graph/people.ts'
import { dailyScopes } from '../../graph/signIn.ts'

/** One permission of Microsoft Graph that the app asks for, always as the signed-in person. */
export type Scope = {
  readonly scope: string
  readonly when: string
  readonly why: string
  readonly without: string
}

const words: Readonly<Record<string, Omit<Scope, 'scope'>>> = {
  'Sites.Selected': {
    when: 'Always',
    why: 'To read and write the lists and documents of the sites that IT named to the app, and no other site. It allows what the person’s own rights allow, and no more.',
    without: 'Nothing works.',
  },
  'User.Read': {
    when: 'Always',
    why: 'To know who is signed in: their name is put to what they log.',
    without: 'Nothing works.',
  },
  'User.ReadBasic.All': {
    when: 'When somebody first looks for a colleague by name',
    why: 'To find a teacher or an assistant by name and address.',
    without: 'Names are typed by hand.',
  },
  'Calendars.ReadWrite': {
    when: 'When somebody first puts a review’s meeting into their own Outlook',
    why: 'To write and cancel that meeting in their own calendar: private, with initials and no name.',
    without: 'The meeting is put in by hand, or from an .ics file.',
  },
  'Sites.Manage.All': {
    when: 'On the screen School, Lists in SharePoint, for whoever owns the sites',
    why: 'To make the lists and add columns after an upgrade. It knows no named sites: with it the pages could reach every site that this person may manage, so a school may well refuse it.',
    without: 'IT’s script makes the lists.',
  },
}

const short = (scope: string) => scope.replace('https://graph.microsoft.com/', '')

/** Every permission that the product asks for. Throws where one is asked for that nobody gave a reason for. */
export const scopes = (): readonly Scope[] =>
  [...dailyScopes, ...peopleScopes, ...calendarScopes, ...setUpScopes].map((asked) => {
    const scope = short(asked)
    const told = words[scope]
    if (!told) throw new Error(`Say in src/cli/dpia/scopes.ts what ${scope} is for.`)
    return { scope, ...told }
  })
