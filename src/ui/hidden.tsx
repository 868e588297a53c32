import { createContext, type ReactNode, use, useState } from 'react'
import { useKeys } from './keys.ts'

type Hidden = { readonly hidden: boolean; toggle(): void }
const Context = createContext<Hidden>({ hidden: false, toggle: () => undefined })

/** Blanks names while somebody else looks at the screen; the key `h` switches it. */
export const HiddenDetailsProvider = ({ children }: { children: ReactNode }) => {
  const [hidden, setHidden] = useState(false)
  const toggle = () => setHidden((now) => !now)
  useKeys({ h: toggle })
  return <Context value={{ hidden, toggle }}>{children}</Context>
}
export const useHiddenDetails = (): Hidden => use(Context)
