import { LostAnswer, type GraphEmulator } from '../graph/index.ts'
import { localHost } from '../graph/local.ts'
import { overHttp } from '../graph/overHttp.ts'
import { localConfig } from '../localConfig.ts'
import { listen, serverOver, shut } from './nodeHttp.ts'
import { routesOver } from './routes.ts'

export type Served = { readonly origin: string; readonly port: number; close(): Promise<void> }

/**
 * Serves pages, Graph and admin face at the first free port from `port` on (0: any). Closing it ends every
 * connection and leaves the Graph open.
 */
export const serve = async (emulator: GraphEmulator, port: number): Promise<Served> => {
  const m365 = overHttp(emulator, localHost)
  const routes = routesOver({
    config: localConfig,
    // An answer lost on the way is the network failure that `serverOver` turns into a cut connection.
    m365: (request) =>
      m365(request).catch((thrown: unknown) => {
        if (thrown instanceof LostAnswer) return Response.error()
        throw thrown
      }),
    tokenFor: emulator.admin.tokenFor,
  })
  const server = serverOver(routes)
  const taken = await listen(server, port)
  return { origin: `http://localhost:${taken}`, port: taken, close: () => shut(server) }
}
