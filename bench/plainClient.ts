import { Client, type Context, MiddlewareFactory } from '@microsoft/microsoft-graph-client'
import { middleware } from '../src/graph/asking.ts'

/** Microsoft's Graph client with its own middleware, retries included; `send` stands for the network. */
export const plainClient = (send: (request: Request) => Promise<Response>): Client => {
  const authProvider = { getAccessToken: () => Promise.resolve('local:senco') }
  const usual = MiddlewareFactory.getDefaultMiddlewareChain(authProvider)
  const last = middleware(async (context: Context) => {
    context.response = await send(new Request(context.request as string, context.options as RequestInit))
  })
  return Client.initWithMiddleware({ middleware: [...usual.slice(0, -1), last] })
}
