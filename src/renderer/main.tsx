import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shared.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { Broken } from './app/ErrorBoundary'
import { start } from './app/start'
// Last: it overrules what the parts of the window say of their colours.
import './styles/forced-colors.css'

const place = document.getElementById('root')
if (place === null) throw new Error('The page has no place for the app')
const root = createRoot(place)
start().then(
  () =>
    root.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  (error: unknown) => root.render(<Broken part="Copydesk" details={String(error)} />),
)
