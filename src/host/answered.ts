/** What a call of Office's Common API answers; fails with its error. */
export const answered = <T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> =>
  new Promise((done, failed) =>
    ask(({ status, value, error }) =>
      status === Office.AsyncResultStatus.Succeeded ? done(value) : failed(error),
    ),
  )
