import { makeStyles, tokens } from '@fluentui/react-components'
import { createContext, type ReactNode, use, useState } from 'react'
import { fullName, type Pupil, shortName } from '../domain/records/pupil.ts'
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

const useStyles = makeStyles({
  bar: {
    display: 'inline-block',
    width: '7em',
    maxWidth: '100%',
    height: '1em',
    lineHeight: '1em',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStroke1,
    verticalAlign: 'baseline',
    color: 'transparent',
    fontSize: 'inherit',
    overflow: 'hidden',
    userSelect: 'none',
  },
})

/** Something personal that is blanked while details are hidden. */
export const Personal = ({ children }: { children: ReactNode }) => {
  const styles = useStyles()
  const { hidden } = useHiddenDetails()
  return hidden ? <span className={styles.bar}>Hidden</span> : children
}

type Named = Pick<Pupil, 'forename' | 'preferredForename' | 'surname'>
export const PupilName = ({ pupil, short }: { pupil: Named; short?: boolean }) => (
  <Personal>{short ? shortName(pupil) : fullName(pupil)}</Personal>
)
