import { t } from '../../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import { useQueueStyles } from './queueStyles.ts'

/** So many lines of a part are shown at first: a school’s leavers grow by a year group each summer. */
const few = 30

/** A part of the queue under its heading, its first lines in sight. */
export const QueuePart = ({
  title,
  about,
  children,
}: {
  title: string
  about: string | null
  children: readonly ReactNode[]
}) => {
  const styles = useQueueStyles()
  const [whole, setWhole] = useState(false)
  return (
    <section className={styles.part} aria-label={title}>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {title}
      </Text>
      {about && <Text className={styles.quiet}>{about}</Text>}
      <ul className={styles.list}>{whole ? children : children.slice(0, few)}</ul>
      {!whole && children.length > few && (
        <div>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => setWhole(true)}
          >{t`Show all ${children.length}`}</Button>
        </div>
      )}
    </section>
  )
}
