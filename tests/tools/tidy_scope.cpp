// A plugin of clang that lets clang-tidy look at our files alone, as its later versions do by themselves:
// most of its time goes into the headers of the system otherwise, which it looks at with every file and says
// nothing of.
#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Frontend/FrontendPluginRegistry.h>

#include <memory>
#include <string>
#include <vector>

namespace {

class OursAlone : public clang::ASTConsumer {
  public:
    bool HandleTopLevelDecl(clang::DeclGroupRef group) override {
        for (clang::Decl* declaration : group) {
            const auto& sources = declaration->getASTContext().getSourceManager();
            if (!sources.isInSystemHeader(declaration->getLocation())) ours_.push_back(declaration);
        }
        return true;
    }
    void HandleTranslationUnit(clang::ASTContext& context) override { context.setTraversalScope(ours_); }

  private:
    std::vector<clang::Decl*> ours_;
};

class LookAtOurs : public clang::PluginASTAction {
  protected:
    std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(
        clang::CompilerInstance& /*compiler*/, llvm::StringRef /*file*/
    ) override {
        return std::make_unique<OursAlone>();
    }
    bool ParseArgs(
        const clang::CompilerInstance& /*compiler*/, const std::vector<std::string>& /*words*/
    ) override {
        return true;
    }
    // Before the checks, which ask what there is to look at.
    ActionType getActionType() override { return AddBeforeMainAction; }
};

}  // namespace

static const clang::FrontendPluginRegistry::Add<LookAtOurs> kRegistered("roost-scope", "our files alone");
