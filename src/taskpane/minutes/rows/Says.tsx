import { Personal } from '../../../ui/hiddenDetails.tsx'
import { useRowCardStyles } from './rowCardStyles.ts'

/** What a row says, label above text. */
export const Says = ({
  says,
}: {
  says: readonly { readonly label: string; readonly text: string; readonly wrong?: string | undefined }[]
}) => {
  const styles = useRowCardStyles()
  return (
    <dl className={styles.says}>
      {says.map(({ label, text, wrong }, at) => (
        <div key={`${label} ${at}`} className={styles.said}>
          <dt className={styles.term}>{label}</dt>
          <dd className={styles.text}>
            <Personal>{text}</Personal>
          </dd>
          {wrong !== undefined && <dd className={`${styles.text} ${styles.wrong}`}>{wrong}</dd>}
        </div>
      ))}
    </dl>
  )
}
