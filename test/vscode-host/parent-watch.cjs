'use strict';
// Preloaded into VS Code's server and the processes it forks: end when the parent is gone, however it went.
const parent = process.ppid;
setInterval(() => {
  try {
    if (process.ppid === parent) {
      process.kill(parent, 0);
      return;
    }
  } catch (error) {
    if (error.code !== 'ESRCH') return;
  }
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    // not a group leader
  }
  process.kill(process.pid, 'SIGKILL');
}, 1000).unref();
