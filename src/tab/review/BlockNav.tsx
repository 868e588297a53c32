import { t } from '../../words/t.ts'
import { Dropdown, Link, makeStyles, mergeClasses, Option } from '@fluentui/react-components'
import {
  CheckmarkCircleFilled,
  CircleHalfFillRegular,
  CircleRegular,
  TaskListLtrRegular,
} from '@fluentui/react-icons'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { Quality } from '../../domain/rules/quality.ts'
import { useServices } from '../../ui/services.tsx'
import { useWide } from '../../ui/useWide.ts'
import { useGo } from '../routes.ts'
import { checklist, checklistWords } from './Checklist.tsx'
import { type BlockName, blockNames, type Filling, fillingOf } from '../../ui/review/blocks.ts'
import { usePartsNavStyles } from '../../ui/review/partsNavStyles.ts'

const marks = { empty: CircleRegular, begun: CircleHalfFillRegular, filled: CheckmarkCircleFilled } as const
const words: Record<Filling, string> = { empty: 'empty', begun: 'begun', filled: 'filled' }

const useStyles = makeStyles({
  nav: { display: 'flex', flexDirection: 'column', position: 'sticky', top: '12px' },
  checklist: { marginTop: '12px' },
})

/** The blocks of the minutes, each with how far it is; on a phone, one list to choose from. */
export const BlockNav = ({
  file,
  names,
  current,
  quality,
}: {
  file: ReviewFile
  names: readonly BlockName[]
  /** None while a step of the path is open. */
  current: BlockName | typeof checklist | null
  quality: Quality
}) => {
  const styles = useStyles()
  const parts = usePartsNavStyles()
  const { href, go } = useGo()
  const today = useServices().today()
  const wide = useWide(768)
  const review = file.review.key
  const listWords = checklistWords(file, quality)
  if (!wide) {
    return (
      <Dropdown
        aria-label={t`Part of the review`}
        value={current === checklist ? listWords : current ? blockNames[current] : 'Parts of the minutes'}
        selectedOptions={current ? [current] : []}
        onOptionSelect={(_, { optionValue }) => go({ at: 'review', key: review, block: optionValue ?? null })}
      >
        {names.map((name) => (
          <Option key={name} value={name} text={blockNames[name]}>
            {blockNames[name]} ({words[fillingOf(file, name, today)]})
          </Option>
        ))}
        <Option value={checklist} text={listWords}>
          {listWords}
        </Option>
      </Dropdown>
    )
  }
  return (
    <nav aria-label={t`Parts of the review`} className={styles.nav}>
      {names.map((name) => {
        const state = fillingOf(file, name, today)
        const Mark = marks[state]
        return (
          <Link
            key={name}
            appearance="subtle"
            href={href({ at: 'review', key: review, block: name })}
            aria-current={name === current ? 'page' : undefined}
            className={mergeClasses(parts.link, name === current && parts.current)}
          >
            <Mark aria-hidden className={mergeClasses(parts.mark, state === 'filled' && parts.filled)} />
            {blockNames[name]}
            <span className={parts.heard}>, {words[state]}</span>
          </Link>
        )
      })}
      <Link
        appearance="subtle"
        href={href({ at: 'review', key: review, block: checklist })}
        aria-current={current === checklist ? 'page' : undefined}
        className={mergeClasses(parts.link, styles.checklist, current === checklist && parts.current)}
      >
        <TaskListLtrRegular aria-hidden className={parts.mark} />
        {listWords}
      </Link>
    </nav>
  )
}
