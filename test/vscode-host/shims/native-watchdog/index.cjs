'use strict';
// Stand-in for the native watchdog: end this process when the process it watches is gone.
let timer;
exports.start = (pid) => {
  timer ??= setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if (error.code === 'ESRCH') process.reallyExit(87);
    }
  }, 2000);
  timer.unref();
};
exports.exit = (code = 0) => process.reallyExit(code);
