/** A line that reminds of the daily drill, for the scheduler of a system (a Node platform name). */
export function reminderText(platform: string): string {
  if (platform === "win32") {
    return 'schtasks /create /tn certdrill /sc daily /st 18:30 /tr "cmd /k certdrill daily"';
  }
  if (platform === "darwin") {
    return [
      "# crontab -e (or put the command into a launchd agent with StartCalendarInterval):",
      `30 18 * * * osascript -e "display notification \\"$(certdrill due)\\" with title \\"certdrill\\""`,
    ].join("\n");
  }
  return ["# crontab -e", '30 18 * * * DISPLAY=:0 notify-send certdrill "$(certdrill due)"'].join("\n");
}
