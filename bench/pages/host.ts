import { localPersonas } from '../../src/emulator/graph/local.ts'
import { naaBroker } from '../../src/emulator/teams/naaBroker.ts'
import { teamsHost } from '../../src/emulator/teams/teamsHost.ts'

/**
 * What is left of Teams when only the page in it is to be measured: a frame, answers to teams-js, tokens at hand. A
 * page is put into the frame by `open`, so that this one has long been loaded by then.
 */
declare global {
  interface Window {
    openPage(address: string): void
  }
}

const nothing = () => undefined
const person = localPersonas[0]!
const frame = document.querySelector('iframe')!

window.openPage = (address) => {
  frame.src = address
  teamsHost(
    frame,
    { person, theme: 'default', frame: 'content', place: 'personal', subPageId: null },
    naaBroker({ persona: () => person }),
    {
      onState: nothing,
      onUnknown: nothing,
      onNavigate: nothing,
      onLeave: nothing,
      onShare: nothing,
      onValidity: nothing,
      onSaved: nothing,
    },
  )
}
