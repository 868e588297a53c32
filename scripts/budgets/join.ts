import { build, type Plugin, type Rolldown } from 'vite'
import { joinedParts } from './joined.ts'
import { steps } from './pages.ts'
import { partsOf } from './parts.ts'

const ours = 'goldthread-'

/**
 * Joins what the same pages need at the same step. For that it builds twice: what a page needs is known only once a
 * build has left out what nobody uses. The first build is written nowhere.
 */
export const joinParts = (): Plugin => ({
  name: `${ours}join-parts`,
  apply: 'build',
  async config(config) {
    const first = (await build({
      ...config,
      configFile: false,
      logLevel: 'silent',
      plugins: (config.plugins ?? []).filter(
        (plugin) => !(plugin && 'name' in plugin && plugin.name.startsWith(ours)),
      ),
      build: { ...config.build, write: false, minify: false },
    })) as Rolldown.RolldownOutput
    const joined = joinedParts(partsOf(first.output), steps)
    const groups = joined.map(({ name, modules }, index) => ({
      name,
      test: (module: string) => modules.has(module),
      priority: joined.length - index,
    }))
    return { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }
  },
})
