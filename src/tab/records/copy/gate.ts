/** Lets long work stand still and go on: `wait` is kept at once, or when `resume` is called after `pause`. */
export const newGate = () => {
  let held: { readonly promise: Promise<void>; open(): void } | null = null
  return {
    wait: (): Promise<void> => held?.promise ?? Promise.resolve(),
    pause: (): void => {
      if (held) return
      let open = () => {}
      const promise = new Promise<void>((resolve) => (open = resolve))
      held = { promise, open }
    },
    resume: (): void => {
      held?.open()
      held = null
    },
  }
}
export type Gate = ReturnType<typeof newGate>
