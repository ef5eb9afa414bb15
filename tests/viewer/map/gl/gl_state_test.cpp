// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"
#include "viewer/map/gl/gl_errors.h"
#include "viewer/map/gl/offscreen.h"
#include "viewer/session/screen.h"
#include "viewer/session/session.h"

#include <epoxy/gl.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

// GL's state is nobody's argument: what is drawn does not depend on what was bound or switched on before, and nothing stays so.

namespace banlang::viewer {
namespace {

/// Every test of this program runs in debug contexts, and what the driver complains of fails the test that did it.
class DriverComplaints : public testing::EmptyTestEventListener {
    void OnTestEnd(const testing::TestInfo& /*test*/) override {
        const auto checked = checkGlErrors();
        EXPECT_TRUE(checked.has_value()) << describe(checked.error(), Language::english);
    }
};
const bool listening = [] {
    setenv("BANLANG_GL_DEBUG", "1", 1); // NOLINT(concurrency-mt-unsafe): before anything runs
    testing::UnitTest::GetInstance()->listeners().Append(new DriverComplaints);
    return true;
}();

GLint now(GLenum what) {
    GLint value = 0;
    glGetIntegerv(what, &value);
    return value;
}

/// All that other code in the process could leave behind.
void upset(GLuint strayFramebuffer) {
    glBindFramebuffer(GL_FRAMEBUFFER, strayFramebuffer);
    glViewport(3, 5, 7, 9);
    glScissor(0, 0, 1, 1);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ZERO, GL_ZERO);
    glBlendEquation(GL_FUNC_REVERSE_SUBTRACT);
    glEnable(GL_CULL_FACE);
    glCullFace(GL_FRONT_AND_BACK);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_NEVER);
    glEnable(GL_STENCIL_TEST);
    glStencilFunc(GL_NEVER, 0, 0xFF);
    glStencilMask(0);
    glColorMask(GL_FALSE, GL_TRUE, GL_FALSE, GL_TRUE);
    glClearColor(1, 0, 1, 1);
    glActiveTexture(GL_TEXTURE5);
}

class GlState : public testing::Test {
protected:
    static constexpr int widthPx = 1200;
    static constexpr int heightPx = 800;

    void SetUp() override {
        auto made = Session::create(Document(), 1, {});
        ASSERT_TRUE(made);
        session = std::move(*made);
        session->showDistrict(std::make_shared<District>(emptyDistrict(9209)), shippedRules(), "");
        session->waitUntilShown(widthPx, heightPx);
        auto opened = OffscreenContext::create(widthPx, heightPx);
        ASSERT_TRUE(opened);
        context = std::move(*opened);
    }
    void draw(Screen& screen, const RenderTarget& target) const { screen.draw(target, session->document(), session->derived()); }

    std::unique_ptr<Session> session;
    std::unique_ptr<OffscreenContext> context;
};

TEST_F(GlState, TheWindowLooksTheSameWhateverWasBoundBefore) {
    std::vector<std::uint8_t> calm;
    {
        auto screen = Screen::create(session->gui());
        ASSERT_TRUE(screen);
        draw(**screen, context->target());
        calm = context->pixels();
    }
    EXPECT_GT(std::set<std::uint8_t>(calm.begin(), calm.end()).size(), 8U) << "text and fields of the start screen";

    GLuint stray = 0;
    glGenFramebuffers(1, &stray);
    upset(stray);
    auto screen = Screen::create(session->gui());
    ASSERT_TRUE(screen);
    upset(stray);
    draw(**screen, context->target());
    EXPECT_EQ(context->pixels(), calm);
    // And again where only the kept picture is copied.
    const detail::RetainedPicture other(widthPx, heightPx);
    upset(stray);
    draw(**screen, other.target());
    EXPECT_EQ(readPixels(other.target()), calm);
    glDeleteFramebuffers(1, &stray);
}

TEST_F(GlState, NothingStaysBoundOrSwitchedOn) {
    auto screen = Screen::create(session->gui());
    ASSERT_TRUE(screen);
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(now(GL_DRAW_FRAMEBUFFER_BINDING), 0);
        EXPECT_EQ(now(GL_READ_FRAMEBUFFER_BINDING), 0);
        EXPECT_EQ(now(GL_CURRENT_PROGRAM), 0);
        EXPECT_EQ(now(GL_VERTEX_ARRAY_BINDING), 0);
        for (const int test : {GL_SCISSOR_TEST, GL_STENCIL_TEST, GL_DEPTH_TEST, GL_BLEND, GL_CULL_FACE})
            EXPECT_EQ(glIsEnabled(static_cast<GLenum>(test)), GL_FALSE) << test;
        draw(**screen, context->target());
    }
}

TEST_F(GlState, WhoDrawsWithoutATargetIsToldOf) {
    EXPECT_TRUE(checkGlErrors());
    glClear(GL_COLOR_BUFFER_BIT); // nothing is bound, and this context has no window
    const auto checked = checkGlErrors();
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, "gl-error");
    EXPECT_TRUE(checkGlErrors()) << "told once";
}

} // namespace
} // namespace banlang::viewer
