import type { Settings } from './settings.ts'

/** Answers a browser's question whether another origin may send this request: yes, as Graph does. */
export const preflight = (request: Request): Response =>
  new Response(null, {
    status: 200,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE, OPTIONS',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
      'access-control-max-age': '3600',
    },
  })

/** Without names in `exposeHeaders` a page from another origin cannot read Retry-After. */
export const corsHeaders = ({ exposeHeaders }: Settings): Record<string, string> => ({
  'access-control-allow-origin': '*',
  ...(exposeHeaders.length > 0 ? { 'access-control-expose-headers': exposeHeaders.join(', ') } : {}),
})
