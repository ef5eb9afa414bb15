// SPDX-License-Identifier: MIT
#include "viewer/platform/desktop_dialog.h"

#include <fmt/format.h>
#include <gio/gio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <vector>

namespace banlang::viewer {
namespace {

constexpr const char* portal = "org.freedesktop.portal.Desktop";
constexpr int callTimeoutMs = 5'000; ///< for the dialog to come up, not for the person

template <auto drop> struct Dropper {
    template <class Object> void operator()(Object* object) const { drop(object); }
};
template <class Object, auto drop> using Owned = std::unique_ptr<Object, Dropper<drop>>;

bool hasSessionBus() {
    // Without this GIO would start a bus of its own.
    const char* address = std::getenv("DBUS_SESSION_BUS_ADDRESS"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (address != nullptr && *address != 0) return true;
    const char* run = std::getenv("XDG_RUNTIME_DIR"); // NOLINT(concurrency-mt-unsafe)
    return run != nullptr && access(fmt::format("{}/bus", run).c_str(), F_OK) == 0;
}

std::vector<const char*> patternsOf(PathKind kind) {
    if (kind == PathKind::store) return {"*.gpkg"};
    if (kind == PathKind::picture)
        return {"*.tif", "*.tiff", "*.mbtiles", "*.jp2", "*.vrt", "*.img", "*.jpg", "*.jpeg", "*.png", "*.gpkg"};
    return {};
}

/// What the portal is asked, as its FileChooser interface wants it.
GVariant* question(PathKind kind, Language language, const std::string& token) {
    GVariantBuilder options;
    g_variant_builder_init(&options, G_VARIANT_TYPE_VARDICT);
    g_variant_builder_add(&options, "{sv}", "handle_token", g_variant_new_string(token.c_str()));
    g_variant_builder_add(&options, "{sv}", "modal", g_variant_new_boolean(TRUE));
    if (kind == PathKind::sources) g_variant_builder_add(&options, "{sv}", "directory", g_variant_new_boolean(TRUE));
    if (const auto patterns = patternsOf(kind); !patterns.empty()) {
        GVariantBuilder wanted;
        g_variant_builder_init(&wanted, G_VARIANT_TYPE("a(us)"));
        for (const char* pattern : patterns) g_variant_builder_add(&wanted, "(us)", 0U, pattern);
        GVariantBuilder filters;
        g_variant_builder_init(&filters, G_VARIANT_TYPE("a(sa(us))"));
        g_variant_builder_add(&filters, "(sa(us))", kind == PathKind::store ? "GeoPackage" : "GeoTIFF, MBTiles", &wanted);
        g_variant_builder_add(&options, "{sv}", "filters", g_variant_builder_end(&filters));
    }
    return g_variant_new("(ssa{sv})", "", std::string(titleOf(kind).in(language)).c_str(), &options);
}

/// One question while it is open: lives on the thread that asks.
struct Asking {
    GMainContext* context = nullptr;
    DesktopAnswer answer;
    bool over = false;

    static void end(Asking& asking) {
        asking.over = true;
        g_main_context_wakeup(asking.context);
    }
    static void onResponse(GDBusConnection*, const gchar*, const gchar*, const gchar*, const gchar*, GVariant* words,
                           gpointer self) {
        auto& asking = *static_cast<Asking*>(self);
        guint32 code = 2;
        GVariant* results = nullptr;
        if (g_variant_is_of_type(words, G_VARIANT_TYPE("(ua{sv})"))) g_variant_get(words, "(u@a{sv})", &code, &results);
        const Owned<GVariant, g_variant_unref> kept(results);
        asking.answer.answered = code <= 1; // 1: put away by the person
        const gchar** uris = nullptr;
        if (code == 0 && results != nullptr && g_variant_lookup(results, "uris", "^a&s", &uris) && uris != nullptr) {
            if (uris[0] != nullptr) {
                const Owned<gchar, g_free> path(g_filename_from_uri(uris[0], nullptr, nullptr));
                if (path) asking.answer.path = path.get();
            }
            g_free(uris);
        }
        if (code == 0 && asking.answer.path.empty()) asking.answer.answered = false;
        end(asking);
    }
    /// The portal went away, and its dialog with it.
    static void onVanished(GDBusConnection*, const gchar*, gpointer self) { end(*static_cast<Asking*>(self)); }
};

} // namespace

/// What the thread that asks shares with the one that waits.
struct OpenQuestion {
    OpenQuestion() : context(g_main_context_new()) {}
    ~OpenQuestion() { g_main_context_unref(context); }
    OpenQuestion(const OpenQuestion&) = delete;
    OpenQuestion& operator=(const OpenQuestion&) = delete;
    GMainContext* const context;
    std::atomic<bool> putAway = false;
};

namespace {

DesktopAnswer askPortal(PathKind kind, Language language, const OpenQuestion& open) {
    if (!hasSessionBus()) return {};
    const Owned<GDBusConnection, g_object_unref> bus(g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, nullptr));
    if (!bus) return {};
    g_dbus_connection_set_exit_on_close(bus.get(), FALSE);
    static std::atomic<int> number = 0;
    const std::string token = fmt::format("banlang_{}_{}", getpid(), ++number);
    std::string sender = g_dbus_connection_get_unique_name(bus.get());
    sender.erase(0, 1);
    std::ranges::replace(sender, '.', '_');
    const std::string request = fmt::format("/org/freedesktop/portal/desktop/request/{}/{}", sender, token);

    Asking asking{.context = open.context, .answer = {}};
    const guint subscribed =
        g_dbus_connection_signal_subscribe(bus.get(), portal, "org.freedesktop.portal.Request", "Response", request.c_str(),
                                           nullptr, G_DBUS_SIGNAL_FLAGS_NONE, Asking::onResponse, &asking, nullptr);
    const Owned<GVariant, g_variant_unref> handle(g_dbus_connection_call_sync(
        bus.get(), portal, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.FileChooser", "OpenFile",
        question(kind, language, token), G_VARIANT_TYPE("(o)"), G_DBUS_CALL_FLAGS_NONE, callTimeoutMs, nullptr, nullptr));
    guint watched = 0;
    if (handle) {
        watched = g_bus_watch_name_on_connection(bus.get(), portal, G_BUS_NAME_WATCHER_FLAGS_NONE, nullptr, Asking::onVanished,
                                                 &asking, nullptr);
        while (!asking.over && !open.putAway) g_main_context_iteration(asking.context, TRUE);
        g_bus_unwatch_name(watched);
    }
    if (handle && !asking.over) {
        g_dbus_connection_call(bus.get(), portal, request.c_str(), "org.freedesktop.portal.Request", "Close", nullptr, nullptr,
                               G_DBUS_CALL_FLAGS_NONE, callTimeoutMs, nullptr, nullptr, nullptr);
        g_dbus_connection_flush_sync(bus.get(), nullptr, nullptr);
        asking.answer.answered = true; // nobody wants to know any more
    }
    g_dbus_connection_signal_unsubscribe(bus.get(), subscribed);
    return asking.answer;
}

} // namespace

DesktopDialog::~DesktopDialog() {
    if (!asking()) return;
    question_->putAway = true;
    g_main_context_wakeup(question_->context);
}

void DesktopDialog::ask(PathKind kind, Language language, std::function<void()> wake) {
    if (asking()) return;
    question_ = std::make_shared<OpenQuestion>();
    answer_ = {"file-dialog", ThreadPriority::normal, [kind, language, wake = std::move(wake), open = question_] {
                   g_main_context_push_thread_default(open->context);
                   DesktopAnswer answer = askPortal(kind, language, *open);
                   g_main_context_pop_thread_default(open->context);
                   if (wake) wake();
                   return answer;
               }};
}

bool DesktopDialog::ready() const {
    return answer_.ready();
}

std::optional<DesktopAnswer> DesktopDialog::take() {
    if (!ready()) return std::nullopt;
    return answer_.take();
}

Label titleOf(PathKind kind) {
    constexpr std::array<Label, 3> titles{{{"Mở kho dữ liệu", "Open a store"},
                                           {"Nạp thư mục hoặc tệp", "Import a folder or files"},
                                           {"Chọn ảnh nền", "Choose a backdrop"}}};
    return titles[static_cast<std::size_t>(kind)];
}

} // namespace banlang::viewer
