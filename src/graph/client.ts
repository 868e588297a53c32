import { AuthenticationHandler, Client, ResponseType } from '@microsoft/microsoft-graph-client'
import { asGiven, type Asking, Options } from './asking.ts'
import { answerFrom, type Answer } from './answer.ts'
import { answerClaims, type TokenOptions } from './claims.ts'
import { keepPace, type Pace } from './pace.ts'
import { waitOut } from './patience.ts'
import { problemOf, problemOfThrown } from './problem.ts'
import { sendLast, type Send } from './send.ts'
import type { Watch } from './watch.ts'

export type GraphOptions = {
  token(options?: TokenOptions): Promise<string>
  send: Send
  now(): Date
  sleep(milliseconds: number): Promise<void>
  /** Without one nothing is held back: for work on this machine alone. */
  readonly pace?: Pace | undefined
  readonly watch?: Watch | undefined
}

/** Microsoft Graph as this layer uses it: what goes wrong comes out as a Problem, an abort as it was thrown. */
export type Graph = {
  ask(asking: Asking): Promise<Answer>
  readonly send: Send
  now(): Date
  sleep(milliseconds: number): Promise<void>
  /** Counts the parts of batches; whole answers are counted where they are sent. */
  readonly watch?: Watch | undefined
}

/**
 * Microsoft's own client with our middleware: the address as given, claims challenges, waiting out a throttle, our own pace,
 * Microsoft's AuthenticationHandler (which gives the token to Graph's own hosts alone), and last the sending,
 * which is all that differs on a machine without Microsoft 365.
 */
export const graphClient = (options: GraphOptions): Graph => {
  const provider = {
    getAccessToken: (asked?: unknown) => options.token(asked as TokenOptions | undefined),
  }
  const client = Client.initWithMiddleware({
    middleware: [
      asGiven(),
      answerClaims(),
      waitOut(options),
      ...(options.pace ? [keepPace(options.pace)] : []),
      new AuthenticationHandler(provider),
      sendLast(options.send),
    ],
  })
  const ask = async (asking: Asking): Promise<Answer> => {
    const carried = new Options(asking)
    let answer: Answer
    try {
      const request = client
        .api(asking.path)
        .responseType(ResponseType.RAW)
        .headers({ ...asking.headers })
        .middlewareOptions([carried, ...carried.forToken()])
      if (asking.signal) request.option('signal', asking.signal)
      answer = await answerFrom(await verb(request, asking))
    } catch (thrown) {
      // The client wraps what a middleware throws and loses its class; the first middleware kept the original.
      throw problemOfThrown(carried.thrown ?? thrown, asking)
    }
    if (answer.status >= 400) throw problemOf(answer, asking, options.now())
    return answer
  }
  return { ask, send: options.send, now: options.now, sleep: options.sleep, watch: options.watch }
}

type Request = ReturnType<Client['api']>
const verb = (request: Request, { method = 'GET', body }: Asking): Promise<Response> => {
  if (method === 'GET') return request.get()
  if (method === 'POST') return request.post(body)
  if (method === 'PATCH') return request.patch(body)
  if (method === 'DELETE') return request.delete()
  return request.put(body ?? '')
}
