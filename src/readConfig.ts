import { configFrom, type Config } from './config.ts'
import { Problem } from './domain/problem.ts'

/**
 * Reads `config.json`, which lies beside the pages' folders. Throws a `notSetUp` Problem, whose message says what is
 * missing, `offline`, or `busy` where the web host has trouble of its own.
 */
export const readConfig = async (
  address: URL = new URL('../config.json', document.baseURI),
): Promise<Config> => {
  const answer = await fetch(address, { cache: 'no-store' }).catch((cause: unknown) => {
    throw new Problem({ code: 'offline' }, 'config.json could not be fetched', cause)
  })
  if (answer.status === 429 || answer.status >= 500)
    throw new Problem({ code: 'busy' }, `config.json can’t be given out just now (${answer.status})`)
  if (!answer.ok) {
    throw new Problem(
      { code: 'notSetUp', missing: 'config.json' },
      `config.json is not there (${answer.status})`,
    )
  }
  return configFrom(await answer.json().catch(() => null))
}
