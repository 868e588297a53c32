import type { InstallPlan } from '../../src/cli/packaging/installPlan.ts'

/** The data of an install script, read out of its text. */
export const planIn = (script: string): InstallPlan => {
  const [, json] = /\$Plan = @'\r\n([\s\S]*?)\r\n'@/.exec(script) ?? []
  if (json === undefined) throw new Error('The script holds no plan')
  return JSON.parse(json) as InstallPlan
}
