import { t } from '../words/t.ts'
import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { fullName, type Pupil, shortName } from '../domain/records/pupil.ts'
import { useHiddenDetails } from './hidden.tsx'

export { useHiddenDetails } from './hidden.tsx'

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
  return hidden ? <span className={styles.bar}>{t`Hidden`}</span> : children
}

type Named = Pick<Pupil, 'forename' | 'preferredForename' | 'surname'>
export const PupilName = ({ pupil, short }: { pupil: Named; short?: boolean }) => (
  <Personal>{short ? shortName(pupil) : fullName(pupil)}</Personal>
)
