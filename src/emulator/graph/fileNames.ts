import type { Graph, Site } from './call.ts'
import { pathOf } from './fileTree.ts'
import { badRequest } from './refusal.ts'
import type { FileEntry } from './world.ts'

const reserved = /^(con|prn|aux|nul|com\d|lpt\d|\.lock|desktop\.ini)(\..*)?$/i

/**
 * Refuses a name that SharePoint takes for no file and no folder. Source: support.microsoft.com, "Restrictions and
 * limitations in OneDrive and SharePoint".
 */
export const refuseName = (name: string): void => {
  // eslint-disable-next-line no-control-regex
  const bad = name === '' || name.length > 255 || /["*:<>?/\\|\u0000-\u001F]/.test(name)
  if (
    bad ||
    /^\s|\s$|\.$/.test(name) ||
    name.startsWith('~$') ||
    /_vti_/i.test(name) ||
    reserved.test(name)
  ) {
    throw badRequest('The provided name is not one that a file or folder may have.')
  }
}

/** Refuses a path of more than 400 characters, the site's own part and its library included. */
export const refusePath = (graph: Graph, site: Site, parent: FileEntry, name: string): void => {
  const folder = parent.parent === null ? '' : `${pathOf(graph.world, parent)}/${parent.name}`
  const whole = `${site.path.slice(1)}/Shared Documents${folder}/${name}`
  if (whole.length > 400) throw badRequest('The path of the file is too long.', 'pathIsTooLong')
}
