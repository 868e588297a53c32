import { afterEach, beforeEach, expect, vi } from 'vitest'

// Fluent's MessageBar asks for it and jsdom has none.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

let errors: unknown[][] = []
beforeEach(() => {
  errors = []
  vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => void errors.push(args))
})
// An error on the console is a failure that nobody looked at.
afterEach(() => expect(errors, 'console.error was called').toEqual([]))
