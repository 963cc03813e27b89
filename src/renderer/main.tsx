import './zod-setup';
import './styles/mantine';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followMain, queryClient } from './api';
import { App } from './app';
import { startI18n } from './i18n';
import { launch } from './launch';
import { settingsScheme } from './settings-scheme';
import { cssVariablesResolver, theme } from './theme';

const texts = startI18n(launch.locale);
followMain();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

void texts.then(() => {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme={launch.theme === 'system' ? 'auto' : launch.theme}
        colorSchemeManager={settingsScheme}
      >
        <QueryClientProvider client={queryClient}>
          <App />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
});
