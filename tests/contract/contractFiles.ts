import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder =
  process.env['GOLDTHREAD_CONTRACT'] ?? fileURLToPath(new URL('../../../shared/contract', import.meta.url))

/** One of Microsoft's published contract files, read as JSON. */
export const contractFile = (name: string): any => {
  const path = `${folder}/${name}`
  if (!existsSync(path))
    throw new Error(`There is no ${path}. Set GOLDTHREAD_CONTRACT to the folder of the contract files.`)
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** A documented request with its answer. */
export type OpenCase = {
  id: string
  area: string
  operation: string | null
  method: string | null
  url: string | null
  headers: Record<string, string>
  requestBody: unknown
  status: number | null
  responseBody: any
  responseType: string | null
  schemaStrict: boolean | null
}

export type ErrorCase = {
  case: string
  status: number | string | null
  headers?: Record<string, string>
  body?: { error: { code: string; message: string; innerError?: { code?: string } } } | null
  grade: 'A' | 'B' | 'C' | 'D'
}
