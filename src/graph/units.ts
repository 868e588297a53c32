import type { Asking } from './asking.ts'

type Asked = Pick<Asking, 'method' | 'path' | 'body'>

/**
 * What a request costs in SharePoint's resource units: 1 for one thing or a delta with a token, 2 for a list of
 * things and for each write; a batch costs what its parts do. Source: Microsoft's page on avoiding throttling.
 */
export const unitsOf = ({ method = 'GET', path, body }: Asked): number => {
  if (path === '/$batch') {
    const { requests = [] } = (body ?? {}) as { requests?: { method?: Asked['method']; url: string }[] }
    return requests.reduce(
      (sum, { method: how = 'GET', url }) => sum + unitsOf({ method: how, path: url }),
      0,
    )
  }
  return method === 'GET' && isOne(path) ? 1 : 2
}

const isOne = (address: string): boolean => {
  const [path = '', query = ''] = address.split('?')
  if (/\/delta(\(\))?$/.test(path)) return /(^|[&?])token=/.test(query)
  return /\/items\/\d+$|\/me$|^\/sites\/[^/]+:(\/[^/:]+)+$|\/drive\/root(:\/[^:]*:?)?$/.test(path)
}
