import { t } from '../words/t.ts'
import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { Fragment, type ReactNode } from 'react'
import { type Route, useGo } from './routes.ts'

const useStyles = makeStyles({
  trail: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    marginBottom: '-8px',
  },
})

/** The way back: `Register / Amira K.` */
export const Trail = ({
  steps,
}: {
  steps: readonly { readonly words: ReactNode; readonly route: Route }[]
}) => {
  const styles = useStyles()
  const { href } = useGo()
  return (
    <nav aria-label={t`Where you are`} className={styles.trail}>
      {steps.map(({ words, route }, i) => (
        <Fragment key={route.at}>
          {i > 0 && <span aria-hidden>/</span>}
          <Link href={href(route)} style={{ fontSize: 'inherit' }}>
            {words}
          </Link>
        </Fragment>
      ))}
    </nav>
  )
}
