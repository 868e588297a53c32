import { Dropdown, Link, makeStyles, mergeClasses, Option, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleHalfFillRegular, CircleRegular } from '@fluentui/react-icons'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { useServices } from '../../ui/services.tsx'
import { useWide } from '../../ui/useWide.ts'
import { useGo } from '../routes.ts'
import { type BlockName, blockNames, type Filling, fillingOf } from './blocks.ts'

const marks = { empty: CircleRegular, begun: CircleHalfFillRegular, filled: CheckmarkCircleFilled } as const
const words: Record<Filling, string> = { empty: 'empty', begun: 'begun', filled: 'filled' }

const useStyles = makeStyles({
  nav: { display: 'flex', flexDirection: 'column', position: 'sticky', top: '12px' },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    borderLeft: '3px solid transparent',
    ':hover': { textDecorationLine: 'none', backgroundColor: tokens.colorNeutralBackground3 },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeftColor: tokens.colorBrandStroke1,
  },
  mark: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  filled: { color: tokens.colorStatusSuccessForeground1 },
  // For a screen reader; the mark says it to everybody else.
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

/** The blocks of the minutes, each with how far it is; on a phone, one list to choose from. */
export const BlockNav = ({
  file,
  names,
  current,
}: {
  file: ReviewFile
  names: readonly BlockName[]
  /** None while a step of the path is open. */
  current: BlockName | null
}) => {
  const styles = useStyles()
  const { href, go } = useGo()
  const today = useServices().today()
  const wide = useWide(768)
  const review = file.review.key
  if (!wide) {
    return (
      <Dropdown
        aria-label="Part of the review"
        value={current ? blockNames[current] : 'Parts of the minutes'}
        selectedOptions={current ? [current] : []}
        onOptionSelect={(_, { optionValue }) => go({ at: 'review', key: review, block: optionValue ?? null })}
      >
        {names.map((name) => (
          <Option key={name} value={name} text={blockNames[name]}>
            {blockNames[name]} ({words[fillingOf(file, name, today)]})
          </Option>
        ))}
      </Dropdown>
    )
  }
  return (
    <nav aria-label="Parts of the review" className={styles.nav}>
      {names.map((name) => {
        const state = fillingOf(file, name, today)
        const Mark = marks[state]
        return (
          <Link
            key={name}
            appearance="subtle"
            href={href({ at: 'review', key: review, block: name })}
            aria-current={name === current ? 'page' : undefined}
            className={mergeClasses(styles.link, name === current && styles.current)}
          >
            <Mark aria-hidden className={mergeClasses(styles.mark, state === 'filled' && styles.filled)} />
            {blockNames[name]}
            <span className={styles.heard}>, {words[state]}</span>
          </Link>
        )
      })}
    </nav>
  )
}
