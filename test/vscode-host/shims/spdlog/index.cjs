'use strict';
// Plain-JavaScript stand-in for VS Code's native log-file writer. Without it the extension host cannot write log
// files, and every extension OutputChannel (which is a log file underneath) stays empty.
const fs = require('fs');
const path = require('path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
  constructor(_type, _name, filename) {
    fs.mkdirSync(path.dirname(filename), { recursive: true });
    fs.closeSync(fs.openSync(filename, 'a'));
    this.filename = filename;
    this.level = LEVELS.indexOf('info');
    this.raw = false;
  }
  write(level, message) {
    if (LEVELS.indexOf(level) < this.level) return;
    const text = this.raw ? String(message) : `${new Date().toISOString()} [${level}] ${message}\n`;
    try {
      fs.appendFileSync(this.filename, text);
    } catch {
      // the log folder is gone: nothing to do
    }
  }
  trace(message) {
    this.write('trace', message);
  }
  debug(message) {
    this.write('debug', message);
  }
  info(message) {
    this.write('info', message);
  }
  warn(message) {
    this.write('warning', message);
  }
  error(message) {
    this.write('error', message);
  }
  critical(message) {
    this.write('critical', message);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {
    this.raw = false;
  }
  clearFormatters() {
    this.raw = true;
  }
  flush() {}
  drop() {}
}

exports.version = 1;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger('rotating_async', name, file);
