import { configFrom, type Config } from './config.ts'
import { Problem } from './domain/problem.ts'

/**
 * Reads `config.json`, which lies beside the pages' folders. Throws a `notSetUp` Problem, whose message says what is
 * missing, or `offline`.
 */
export const readConfig = async (
  address: URL = new URL('../config.json', document.baseURI),
): Promise<Config> => {
  const answer = await fetch(address, { cache: 'no-store' }).catch((cause: unknown) => {
    throw new Problem({ code: 'offline' }, 'config.json could not be fetched', cause)
  })
  if (!answer.ok) {
    throw new Problem(
      { code: 'notSetUp', missing: 'config.json' },
      `config.json is not there (${answer.status})`,
    )
  }
  return configFrom(await answer.json().catch(() => null))
}
