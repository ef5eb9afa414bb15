#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Stands in for the desktop's file dialog (xdg-desktop-portal) on a bus of its own, and checks that the window asks it, opens what it
answers, lets a person put it away, and asks itself where the portal fails.
Arguments: the folder with the programs, a store, a scratch folder. To be run by dbus-run-session."""
import json
import os
import subprocess
import sys
from pathlib import Path

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

PORTAL = "org.freedesktop.portal.Desktop"
bin_folder, store, work = sys.argv[1:4]
asked = []


class Request(dbus.service.Object):
    @dbus.service.signal("org.freedesktop.portal.Request", signature="ua{sv}")
    def Response(self, code, results):
        pass


class Portal(dbus.service.Object):
    answer = (0, [])

    @dbus.service.method("org.freedesktop.portal.FileChooser", in_signature="ssa{sv}", out_signature="o", sender_keyword="sender")
    def OpenFile(self, parent, title, options, sender=None):
        asked.append((str(title), sorted(str(key) for key in options)))
        if self.answer is None:
            raise dbus.DBusException("no backend", name="org.freedesktop.portal.Error.Failed")
        path = f"/org/freedesktop/portal/desktop/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
        request = Request(self.connection, path)
        code, uris = self.answer

        def respond():
            request.Response(dbus.UInt32(code), {"uris": dbus.Array(uris, signature="s")} if uris else dbus.Dictionary(signature="sv"))
            request.remove_from_connection()
            return False

        GLib.timeout_add(150, respond)
        return dbus.ObjectPath(path)


def run(name, command):
    """The state after the program was asked for a path without one."""
    script = Path(work) / f"{name}.script"
    state = Path(work) / f"{name}.json"
    script.write_text(f"lang en\n{command}\nwait\nquit\n")
    program = subprocess.Popen(["xvfb-run", "-a", f"{bin_folder}/banlang-viewer", "--script", script, "--state", state])
    context = GLib.MainContext.default()
    while program.poll() is None:
        GLib.timeout_add(50, lambda: False)
        context.iteration(True)
    assert program.returncode == 0, f"{name}: ended with {program.returncode}"
    return json.loads(state.read_text())


def main():
    Path(work).mkdir(parents=True, exist_ok=True)
    os.environ["XDG_STATE_HOME"] = f"{work}/state"
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    kept = dbus.service.BusName(PORTAL, bus)
    portal = Portal(bus, "/org/freedesktop/portal/desktop")

    # A name with blanks and accents comes as a URI.
    link = Path(work) / "Kho Cốc Ngàn.gpkg"
    link.unlink(missing_ok=True)
    link.symlink_to(store)
    portal.answer = (0, [link.as_uri()])
    state = run("answered", "open")
    assert state["store"] == str(link), state["store"]
    assert asked[-1] == ("Open a store", ["filters", "handle_token", "modal"]), asked[-1]
    assert "path_dialog" not in state

    portal.answer = (1, [])
    state = run("put-away", "open")
    assert not state["store"] and "path_dialog" not in state, state

    portal.answer = None
    state = run("broken", "import")
    assert asked[-1][1] == ["directory", "handle_token", "modal"], asked[-1]
    assert state["path_dialog"]["kind"] == "sources", state

    del kept
    print(f"portal: asked {len(asked)} times")


main()
