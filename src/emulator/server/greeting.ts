import { localPersonas, localSites } from '../graph/local.ts'
import { mayDo } from '../personaWords.ts'

/** What a person needs to know once everything runs. */
export const greeting = (origin: string, data: string): string => {
  const width = Math.max(...localPersonas.map(({ user }) => user.displayName.length))
  return `
Goldthread is running on this machine. Stop it with Ctrl-C.

  Tab in Teams   ${origin}/teams/
  Word           ${origin}/word/
  Excel          ${origin}/excel/
  All pages      ${origin}/

  Sign in as (add ?as=NAME to an address, or choose on the page):
${localPersonas
  .map((persona) => {
    const { id, user, jobTitle } = persona
    return `    ${id.padEnd(9)} ${user.displayName.padEnd(width)}  ${jobTitle ?? ''}: ${mayDo(persona, localSites)}`
  })
  .join('\n')}

  What is stored lies in ${data}
  These are stand-ins: not Teams, Word, Excel or SharePoint. The schools are made up.
`
}
