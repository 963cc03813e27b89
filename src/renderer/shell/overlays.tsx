import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { followEndedJobs } from './ended-jobs';
import { followPictures } from './follow-pictures';
import { Palette } from './palette';
import styles from './palette.module.css';

/** What floats above every screen: the palette and the toasts. */
export default function Overlays() {
  useEffect(followEndedJobs, []);
  useEffect(followPictures, []);
  return (
    <>
      <Palette />
      <Notifications
        position="bottom-right"
        limit={3}
        autoClose={6000}
        containerWidth={380}
        className={styles.toasts ?? ''}
      />
    </>
  );
}
