import { Problem, type Trouble } from '../../domain/problem.ts'

const troubles: Readonly<Record<string, Trouble>> = {
  AccessDenied: {
    code: 'refused',
    why: 'This workbook or sheet is protected. Unprotect it in Excel, then try again.',
  },
  InvalidOperationInCellEditMode: {
    code: 'refused',
    why: 'A cell is being edited. Press Enter in the cell, then try again.',
  },
  RequestPayloadSizeLimitExceeded: {
    code: 'refused',
    why: 'This is more than Excel takes at once. Choose a smaller part.',
  },
  ResponsePayloadSizeLimitExceeded: {
    code: 'refused',
    why: 'This is more than Excel takes at once. Choose a smaller part.',
  },
  ItemNotFound: { code: 'gone' },
  ApiNotFound: { code: 'unsupported', what: 'this version of Excel' },
  UnsupportedOperation: { code: 'unsupported', what: 'this version of Excel' },
  NotImplemented: { code: 'unsupported', what: 'this version of Excel' },
  ServiceNotAvailable: { code: 'busy' },
  RequestAborted: { code: 'busy' },
}

/** What Excel said, as a screen can act on it. The code and place of the failure are for a log; no cell's value is. */
export const excelProblem = (thrown: unknown): Problem => {
  if (thrown instanceof Problem) return thrown
  const { code = '', debugInfo } = (thrown ?? {}) as { code?: string; debugInfo?: { errorLocation?: string } }
  return new Problem(
    troubles[code] ?? { code: 'unexpected' },
    `Excel: ${code || 'unknown'} at ${debugInfo?.errorLocation ?? 'unknown'}`,
    thrown,
  )
}
